using Portal.Web.Operations.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Shared.Fields;

/// <summary>Options of filters.</summary>
public static class Choices
{
    /// <summary>These, after one that narrows nothing.</summary>
    public static IReadOnlyList<Option> OrAll(this IEnumerable<Option> options, Localizer texts) =>
        [new Option("", texts["Common.All"]), .. options];

    /// <summary>The members of an enumeration, in their words.</summary>
    public static IEnumerable<Option> Of<TChoice>(Func<TChoice, string> label)
        where TChoice : struct, Enum => Enum.GetValues<TChoice>().Select(c => new Option(c.ToString(), label(c)));
}
