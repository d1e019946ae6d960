using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>How a case stands, in a word and an icon; drawn into the page that asks, since lists have many.</summary>
public static class StatusTag
{
    public static RenderFragment Of(Localizer texts, string process, string status, CaseState state, bool hasIncident = false) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", $"status {state.ToString().ToLowerInvariant()}{(hasIncident ? " incident" : "")}");
        builder.AddContent(2, Icon.Of(hasIncident ? Icons.Material.Filled.ReportProblem : state switch
        {
            CaseState.Closed => Icons.Material.Filled.CheckCircle,
            CaseState.Open => Icons.Material.Filled.Pending,
            CaseState.Declined => Icons.Material.Filled.Block,
            _ => Icons.Material.Filled.Cancel,
        }));
        builder.AddContent(3, $" {(hasIncident ? texts["state.Incident"] : texts.Status(process, status))}");
        builder.CloseElement();
    };
}
