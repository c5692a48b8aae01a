"""How a page prints dates. Formats are named by their order and look; `NO_YEAR` lists those without a year."""

from datetime import date

from .lang import Lang

NO_YEAR = {"md_slash", "mon_d", "d_month", "dmon", "d_mon", "dm_slash", "dm_dot"}
NUMERIC = {
    "dmy_slash": "{d:02}/{m:02}/{y}",
    "dmy2_slash": "{d:02}/{m:02}/{s:02}",
    "dmy_dot": "{d:02}.{m:02}.{y}",
    "dmy_dot2": "{d:02}.{m:02}.{s:02}",
    "dmy_dash": "{d:02}-{m:02}-{y}",
    "dmy_dash2": "{d:02}-{m:02}-{s:02}",
    "iso": "{y}-{m:02}-{d:02}",
    "mdy_slash": "{m:02}/{d:02}/{y}",
    "mdy2": "{m:02}/{d:02}/{s:02}",
    "mdy_bare": "{m}/{d}/{y}",
    "md_slash": "{m:02}/{d:02}",
    "dm_slash": "{d:02}/{m:02}",
    "dm_dot": "{d:02}.{m:02}.",
}
WORDS = {
    "d_mon_y": "{d:02} {mon} {y}",
    "d_mon_y2": "{d} {mon} {s:02}",
    "mon_d": "{mon} {d}",
    "mon_d_y": "{mon} {d}, {y}",
    "d_month": "{d} {month}",
    "dmon": "{d:02}{MON}",
    "d_mon": "{d:02} {mon}",
    "d_mon_dash": "{d:02}-{mon}-{y}",
    "long": "{d} {month} {y}",
    "long_us": "{month} {d}, {y}",
}


def show_date(day: date, style: str, lang: Lang) -> str:
    """The date in the named format, with month names of the language."""
    short = lang.short[day.month - 1]
    template = {**NUMERIC, **WORDS}[style]
    if lang.code == "de":
        template = template.replace("{d} {month}", "{d}. {month}")
    if lang.code in ("es", "pt"):
        template = template.replace(" {month} {y}", " de {month} de {y}").replace("{d} {month}", "{d} de {month}")
    return template.format(
        d=day.day,
        m=day.month,
        y=day.year,
        s=day.year % 100,
        mon=short,
        MON=short.upper(),
        month=lang.months[day.month - 1],
    )


def header_format(style: str, country: str, words: bool) -> str:
    """The format for the dates of the page head that goes with the format of the rows; always with a year."""
    if words or style in WORDS:
        return "long_us" if country in ("us", "ca") else "long"
    return {"md_slash": "mdy2", "dm_slash": "dmy_slash", "dm_dot": "dmy_dot"}.get(style, style)


def show_period(start: date, end: date, style: str, template: str, lang: Lang, shared_year: bool) -> str:
    """The period as one phrase; with `shared_year` the first date leaves out a year that both have."""
    first = show_date(start, style, lang)
    if shared_year and start.year == end.year and style in ("long", "long_us"):
        first = show_date(start, "d_month", lang) if style == "long" else f"{lang.months[start.month - 1]} {start.day}"
    return template.format(a=first, b=show_date(end, style, lang))
