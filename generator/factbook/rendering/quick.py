"""Templates compiled to quicker code than Jinja's own, which draws the same text.

Most of what a page cost went into asking at every dot whether there is an attribute, an item or
nothing, into escaping the same words again, and into finding out how a macro is called. The
package's own templates ask views only for fields that they have: there a dot is a field. In a
dossier's own templates everything is as Jinja has it; its macros can be called from ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Call, CondExpr, FromImport, Getattr, Import, Macro, Name
from jinja2.runtime import LoopContext
from jinja2.runtime import Macro as UsualMacro
from jinja2.utils import missing
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.compiler import Frame
    from jinja2.environment import TemplateModule
    from jinja2.nodes import Expr, Node, Template

MOST = 50_000  # words that are kept escaped


class Escaped(dict[object, str]):
    """Words -> the same as text in which nothing is markup; what is markup already stays it.

    Only plain words are kept, and none that are markup: both are equal if their letters are.
    """

    def __missing__(self, value: object) -> str:
        """Escape what is not known yet."""
        made = escape(value)
        if type(value) is not str:
            return made
        if len(self) >= MOST:
            self.clear()
        known = self[value] = value if made == value else made  # most words hold nothing to escape
        return known


class QuickMacro(UsualMacro):
    """A macro that can also be called for its text alone."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Jinja's
        super().__init__(*given, **named)
        self.is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def text(self, *given: Any, **named: Any) -> str:  # noqa: ANN401 - macros take anything
        """What the macro draws, ready to be put into a page."""
        left = self._argument_count - len(given)
        if not self.is_plain or left < 0:
            return self(*given, **named)
        if not named:
            return self._func(*given, *(missing,) * left)
        absent = self.arguments[len(given) :]
        if not named.keys() <= {*absent}:
            return self(*given, **named)
        return self._func(*given, *[named.get(name, missing) for name in absent])


class Turn(NamedTuple):
    """What the package's templates ask of a loop."""

    first: bool
    last: bool


_ONE = (Turn(first=True, last=True),)
_TWO = (Turn(first=True, last=False), Turn(first=False, last=True))
_INNER = Turn(first=False, last=False)


def in_turn(items: Iterable[Any], undefined: Any) -> Iterable[tuple[Any, Any]]:  # noqa: ANN401 - Jinja's
    """Items with their turns; what has no length, as Jinja does it."""
    if type(items) is not tuple:
        return LoopContext(items, undefined)
    number = len(items)
    if number < 2:
        return zip(items, _ONE, strict=False)
    return zip(items, (_TWO[0], *(_INNER,) * (number - 2), _TWO[1]), strict=True)


class _Generator(CodeGenerator):
    """Compiles templates as Jinja does, but for what is asked most often."""

    is_ours = False
    parts: frozenset[str] = frozenset()  # what is imported under these names are templates
    macros: frozenset[str] = frozenset()
    drawn: Node | None = None  # the call whose text goes into the page as it is

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's
        own = self.environment
        if isinstance(own, QuickEnvironment):
            self.is_ours = bool(self.filename and self.filename.startswith(own.package))
        self.parts = frozenset(one.target for one in node.find_all(Import))
        named = (name for one in node.find_all(FromImport) for name in one.names)
        imported = {name if isinstance(name, str) else name[1] for name in named}
        self.macros = frozenset(imported | {one.name for one in node.find_all(Macro)})
        super().visit_Template(node, frame)
        self.writeline("Macro = environment.quick_macro")
        self.writeline("escaped = environment.escaped")
        if self.is_ours:
            self.writeline("LoopContext = environment.in_turn")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        if self.is_ours:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        if node is self.drawn:
            self.visit(node.node, frame)
            self.write(".text(")
            for given in (*node.args, *node.kwargs):
                self.visit(given, frame)
                self.write(", ")
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if self.is_ours and not node.with_context:
            self.write("environment.part(")
            self.visit(node.template, frame)
            self.write(")")
        else:
            super()._import_common(node, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's
        if self._is_macro(node, frame):
            self.drawn = node
        elif self._is_known(node, frame):
            self.write("escaped[")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's
        if self._is_macro(node, frame):
            self.drawn = None
        elif self._is_known(node, frame):
            self.write("]")
        else:
            super()._output_child_post(node, frame, finalize)

    def _is_macro(self, node: Expr, frame: Frame) -> bool:
        """Whether an expression calls a macro."""
        if not self._is_escaped(frame) or not isinstance(node, Call) or node.dyn_args:
            return False
        called = node.node
        if isinstance(called, Getattr):
            return isinstance(called.node, Name) and called.node.name in self.parts
        return isinstance(called, Name) and called.name in self.macros

    def _is_known(self, node: Expr, frame: Frame) -> bool:
        """Whether an expression gives words that are likely to be escaped again and again."""
        return self._is_escaped(frame) and isinstance(node, Getattr | Name | CondExpr)

    def _is_escaped(self, frame: Frame) -> bool:
        return self.is_ours and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


class QuickEnvironment(Environment):
    """Jinja's; `package` is the folder of the package's own templates. None is read twice."""

    code_generator_class = _Generator
    quick_macro = QuickMacro
    in_turn = staticmethod(in_turn)

    def __init__(self, package: str, **options: Any) -> None:  # noqa: ANN401 - Jinja's
        super().__init__(auto_reload=False, **options)
        self.package = package
        self.escaped = Escaped()
        self._parts: dict[str, TemplateModule] = {}

    def part(self, name: str) -> TemplateModule:
        """What a template exports."""
        if name not in self._parts:
            self._parts[name] = self.get_template(name).module
        return self._parts[name]
