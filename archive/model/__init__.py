"""The frozen value types that pass between the parts of the archive.

blocks      what a text is made of: paragraphs, lists, tables
question    the record of a written question and its answer
supporting  the record of a document kept beside the questions
document    what an extractor read: lines, in order, with what was known of the page
record      either record, and its JSON form
tables      the tables of a record with their numbers
notes       what each code of a note tells
"""
