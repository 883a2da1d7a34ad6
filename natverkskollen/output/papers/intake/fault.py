"""What is wrong with a template, told so that whoever has it open in Word can put it right."""

from __future__ import annotations

from natverkskollen.files.unexpected import fault


class TemplateFault(Exception):
    """What is wrong with a template and what to do about it, in Swedish without full stops."""

    def __init__(self, what: str, remedy: str):
        self.what, self.remedy = what, remedy
        super().__init__(what)


SAVE_AS = "Öppna mallen i Word och spara den som Word-dokument (.docx)"


def unreadable(error: Exception) -> tuple[str, str]:
    """What to say of a file that no reader of Word documents takes for one."""
    return f"mallen går inte att läsa som Word-dokument ({type(error).__name__})", SAVE_AS


def unforeseen(error: Exception) -> tuple[str, str]:
    """What to say where a template brought about an error that nobody foresaw."""
    return f"mallen går inte att fylla i (fel {fault(error).number})", SAVE_AS
