from vagvisare.writing.default_template import TEMPLATE, make_template


def test_the_stored_template_is_what_the_script_makes():
    assert TEMPLATE.read_bytes() == make_template()
