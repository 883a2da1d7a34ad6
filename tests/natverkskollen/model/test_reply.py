"""What a reply to a fact check must say."""

import pytest
from pydantic import ValidationError

from natverkskollen.model.reply import ReplyItem


@pytest.mark.parametrize(
    "item",
    [
        {"reply": "agree"},
        {"fact": "a", "criterion": "b", "reply": "agree"},
        {"fact": "a", "reply": "comment"},
        {"fact": "a", "reply": "correct", "text": "Fel"},
    ],
)
def test_a_reply_says_what_it_is_about_and_a_correction_has_a_source(item):
    with pytest.raises(ValidationError):
        ReplyItem.model_validate(item)
