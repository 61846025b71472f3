"""What an inventory found, told to the people who decide: as a page, a workbook and data."""
