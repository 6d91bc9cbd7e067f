"""The environment of pages gives what Jinja gives, sooner; fixed messages are translated with the template."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, nodes
from markupsafe import Markup, escape

from archive.config import Settings
from archive.render.escaping import escaped, marked
from archive.render.folding import folding
from archive.render.quick_environment import QuickEnvironment, written
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates

TEMPLATES = {
    "macros": '{% macro bold(x, mark="b") %}<{{ mark }}>{{ x }}</{{ mark }}>{{ site }}{% endmacro %}',
    "page": (
        '{% from "macros" import bold %}{% set kept %}{{ text }}{% endset %}{{ kept }}{{ bold(text) }}'
        '{{ bold(markup, mark="i") }}{% for one in list %}{{ loop.index }}{{ one }}{{ loop.last }}{% endfor %}'
        "{{ text ~ markup }}{{ none }}{{ 1.5 }}{{ function(text) }}{{ text|upper }}{{ '<' }}"
    ),
}
HOSTILE = "<a href='x' title=\"y\">&amp; &\x00</a>"


def rendered(kind: type[Environment]) -> str:
    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(site="<S>", function=lambda text: f"{text}!")
    values = {"text": HOSTILE, "markup": Markup("<i>x</i>"), "list": [1, HOSTILE, None, True]}
    return environment.get_template("page").render(values)


def test_it_gives_what_jinja_gives() -> None:
    assert rendered(QuickEnvironment) == rendered(Environment)


def test_its_own_ways_are_taken() -> None:
    """Were they not asked for, pages would be right but slow."""
    environment = QuickEnvironment(autoescape=True)
    assert "written((" in str(environment.compile("{{ x }}", raw=True))
    environment.lasting = frozenset({"site"})
    code = str(environment.compile("{% macro one() %}{{ site }}{% endmacro %}", raw=True))
    assert "environment.globals['site']" in code


def test_a_lasting_name_is_that_of_the_environment_in_macros_blocks_and_other_templates() -> None:
    source = "{% macro one(x) %}{{ x }}{{ site }}{% endmacro %}"
    page = "{% from 'macros' import one %}{% block main %}{{ site }}{% endblock %}{{ one('a') }}"
    environment = QuickEnvironment(loader=DictLoader({"macros": source, "page": page}), autoescape=True)
    environment.globals["site"] = "<S>"
    environment.lasting = frozenset({"site"})
    assert environment.get_template("page").render() == "&lt;S&gt;a&lt;S&gt;"


@pytest.mark.parametrize("path", sorted(shipped_folder("templates").glob("*.j2")), ids=lambda path: path.name)
def test_no_template_gives_a_lasting_name_to_anything_else(path: Path) -> None:
    environment = page_templates(Settings(), shipped_folder("templates")).environment
    tree = environment.parse(path.read_text("utf-8"))
    named = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    named |= {one.name for one in tree.find_all(nodes.Macro)}
    for source in tree.find_all(nodes.FromImport):
        named |= {one if isinstance(one, str) else one[1] for one in source.names}
    assert isinstance(environment, QuickEnvironment)
    assert not named & environment.lasting


def test_markup_of_a_text_is_markup() -> None:
    text = marked("<b>")
    assert type(text) is Markup
    assert text == Markup("<b>")


@given(st.text())
def test_a_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == str(escape(text))


@pytest.mark.parametrize("value", [Markup("<b>"), "<b>", 3, True, None, 1.5, escape("<b>"), ("<b>",)])
def test_any_value_is_written_as_markupsafe_does(value: object) -> None:
    assert written(value) == str(escape(value))


def test_what_is_not_defined_is_a_fault() -> None:
    environment = QuickEnvironment(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        environment.from_string("{{ absent }}").render()


def folded(source: str, **values: object) -> str:
    dutch = {"Search": "Zoek <nu>", "%(count)s found": "%(count)s gevonden"}
    environment = Environment(autoescape=True, extensions=[folding(lambda message: dutch[message])])
    environment.globals["_"] = lambda message, **places: f"later {message}"
    return environment.from_string(source).render(values)


def test_a_fixed_message_is_translated_and_escaped_in_its_place() -> None:
    assert folded('{{ _("Search") }} <p title="{{ _(\'Search\') }}">') == (
        'Zoek &lt;nu&gt; <p title="Zoek &lt;nu&gt;">'
    )


def test_a_message_with_places_is_left_to_the_page() -> None:
    assert folded('{{ _("%(count)s found", count=3) }}') == "later %(count)s found"


def test_a_message_from_the_page_is_left_to_it() -> None:
    assert folded("{{ _(message) }}", message="Search") == "later Search"


def test_an_attribute_of_that_name_is_no_message() -> None:
    assert folded('{{ one._("Search") }}', one={"_": lambda text: text.upper()}) == "SEARCH"
