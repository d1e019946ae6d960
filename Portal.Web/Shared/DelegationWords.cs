using Portal.Domain.Organisation;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>A delegation in words: when, for what, since when, and what it goes on to.</summary>
public static class DelegationWords
{
    public static string Of(Localizer texts, DelegationGrant grant)
    {
        var scope = grant.ProcessKeys.Length == 0
            ? texts["option.scope.all"]
            : string.Join(", ", grant.ProcessKeys.Split(',').Select(p => texts.Process(p)));
        string?[] parts =
        [
            Period(grant), scope, texts["Absence.GivenOn", LocalFormat.Day(grant.GrantedOn)],
            grant.IncludesRestricted ? texts["Absence.WithRestricted"] : null,
            grant.IncludesHeadOnly ? texts["Absence.WithHeadOnly"] : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static string Period(IEffectiveDated dated) =>
        $"{LocalFormat.Day(dated.ValidFrom)} – {(dated.ValidTo is { } to ? LocalFormat.Day(to) : "")}";
}
