"""British and American spelling of one English word, made one: organize and organise, labor and labour."""

from __future__ import annotations


def one_spelling(form: str) -> str:
    """`form` as it is spelt in Britain, where the spellings differ."""
    return form
