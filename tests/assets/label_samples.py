"""Labels as they come and as they are worst."""

from __future__ import annotations

from datetime import date

from generator.assets.pdf_paper import TRUE, Paper, Printer
from generator.assets.pdf_seals import SealText
from generator.assets.print_texts import LabelText, PriceText
from generator.contract.shelf_code import new_code


def label(number: int = 1, **changes: object) -> LabelText:
    """Return a label like those of the demonstration, with a code of its own."""
    import random

    code = new_code((), random.Random(number))
    made = LabelText(
        subject=f"cha-{number}",
        name="紫阳富硒茶（毛尖）",
        code=code,
        uri=f"HTTPS://S.SHANHUO.EXAMPLE/P/{code}/",
        origins=("陕西省安康市紫阳县", "紫阳县"),
        net="250克",
        price=PriceText("¥", "128", ".00", "/袋", "¥256.00 / 500 克"),
        price_words="见价签",
        seals=(SealText("农产地标", "round"),),
        day="数据 2026-11-01",
        sample="示例",
    )
    return made._replace(**changes)


def paper(printer: Printer = TRUE) -> Paper:
    """Begin a document of labels."""
    return Paper(title="标签", author="编辑部", language="zh-Hans", made_on=date(2026, 11, 21), printer=printer)
