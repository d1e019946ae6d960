using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Tests.TestKit;

/// <summary>What a reader is told of a stored text.</summary>
internal static class Reader
{
    private static readonly TextCatalogue Texts = new();

    public static string InVietnamese(this LocalText text) => Texts.InVietnamese(text);

    public static string InEnglish(this LocalText text) => text.In(Texts.English);
}
