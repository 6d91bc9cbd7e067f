"""The corpus in the forms that others read.

registry  every form by its name
jsonl     every record, one JSON object a line
writing   a file that is whole or not there
"""
