using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>When something is due, and whether it is late; drawn into the page that asks, since lists have many.</summary>
public static class DueTag
{
    /// <param name="texts">The texts.</param>
    /// <param name="due">UTC; nothing is drawn without it.</param>
    /// <param name="context">Now, today and the calendar.</param>
    /// <param name="clause">Clause when the deadline is the regulation's own.</param>
    /// <param name="showOrigin">Says whose deadline it is.</param>
    public static RenderFragment Of(Localizer texts, DateTime? due, CaseContext context, string? clause = null, bool showOrigin = false) =>
        builder =>
        {
            if (due is not { } at)
            {
                return;
            }

            var late = context.Now > at;
            builder.OpenElement(0, "span");
            var soon = VietnamTime.DayOf(at) == context.Today ? "due soon" : "due";
            builder.AddAttribute(1, "class", late ? "due late" : soon);
            builder.AddContent(2, Icon.Of(late ? Icons.Material.Filled.ErrorOutline : Icons.Material.Filled.Schedule));
            var origin = clause is null ? texts["Due.Internal"] : texts.Clause(clause);
            builder.AddContent(3, $" {DueText.Of(at, context, texts)}{(showOrigin ? $" ({origin})" : "")}");
            builder.CloseElement();
        };
}
