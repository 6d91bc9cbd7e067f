"""The corpus in the forms that others read.

registry   every form by its name
jsonl      every record, one JSON object a line
tables     every cell of every table, one a line, as CSV
table_csv  one table as a file for a spreadsheet
writing    a file that is whole or not there
"""
