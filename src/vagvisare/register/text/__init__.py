"""The text of a document as paragraphs: found, named, amended and compared. Pure."""
