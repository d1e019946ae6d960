using System.Globalization;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Setup;

/// <summary>
/// What whoever starts the program is told on the console, in Vietnamese. It stands apart from the services, because most of it tells why
/// there are none.
/// </summary>
internal static class StartTexts
{
    private static readonly TextCatalogue Catalogue = new();

    public static string Of(LocalText text) => Catalogue.InVietnamese(text);

    public static string Of(string key, params object?[] args) =>
        string.Format(CultureInfo.InvariantCulture, Catalogue.Vietnamese[key], args);
}
