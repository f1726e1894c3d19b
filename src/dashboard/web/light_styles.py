"""The look of each light as CSS, made from the palette, for figures of hundreds of cells."""

from urllib.parse import quote

from dashboard.charts.palette import PALETTE, shape_svg
from dashboard.domain.light import Light


def light_styles() -> str:
    """Write two classes for each light: its colour with its shape on it ("lit red"), and the colour ("part red")."""
    return "\n".join(_style(light) for light in Light)


def _style(light: Light) -> str:
    look = PALETTE[light]
    shape = shape_svg(light, None if light is Light.NOT_REPORTED else look.on_color)
    image = f'url("data:image/svg+xml,{quote(shape, safe=" =:/")}")'.replace("'", "%27")
    border = "border:1px dashed #8A96A1;" if light is Light.NOT_REPORTED else ""
    plain = f".part.{light}{{background:{look.color}}}"
    return f".lit.{light}{{background:{look.color} {image} center/56% no-repeat;{border}}}\n{plain}"
