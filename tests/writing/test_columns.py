from vagvisare.writing.blocks import Table
from vagvisare.writing.columns import column_weights


def test_a_column_is_as_wide_as_its_longest_text_within_bounds():
    table = Table(
        ("Nr", "Titel", "Beslutat av"), (("1", "x" * 400, "nämnden"), ("2", None, "")), "T"
    )

    assert column_weights(table) == (8, 36, 11)
