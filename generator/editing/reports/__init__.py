"""Reports as files: documents, workbooks, pages, and the register of those that were issued."""
