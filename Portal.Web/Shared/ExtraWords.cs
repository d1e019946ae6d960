using Portal.Domain.Areas;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>The answer of a field that administrators added, as it is read.</summary>
public static class ExtraWords
{
    /// <param name="kind">Of the field; null where the definition has it no more.</param>
    public static string Of(Localizer texts, string? kind, string value, OrganisationDirectory directory) => kind switch
    {
        _ when value.Length == 0 => "",
        "yesNo" => texts[value == "true" ? "Common.Yes" : "Common.No"],
        "date" => LocalFormat.JsonDay(value),
        "person" => directory.NameOf(value),
        "area" => directory.AreaName(value),
        _ => value,
    };
}
