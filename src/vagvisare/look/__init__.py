"""What the doors share to show: base page, form templates, stylesheet, vendored design system."""
