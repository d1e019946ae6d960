using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Portal.Web.Texts;

/// <summary>The words that MudBlazor's components bring along, from the portal's own texts (<c>mud.…</c>).</summary>
public sealed class MudTexts(Localizer texts) : MudLocalizer
{
    public override LocalizedString this[string key] =>
        texts.Find($"mud.{key}") is { } text ? new LocalizedString(key, text) : new LocalizedString(key, key, resourceNotFound: true);
}
