using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Forms;

/// <summary>Forms as they open, filled in by their process with what the person may read.</summary>
public static class Prefills
{
    /// <summary>A form of a step of a case.</summary>
    /// <param name="item">The item of the loop in which the step runs; null outside of loops.</param>
    public static JsonObject Known(
        this ProcessCatalogue processes, string formKey, CaseContext context, CaseView view, string? item = null) =>
        processes.Find(view.Case.ProcessKey)?.Known(new FormOpening(formKey, context, view.Subject, item, view.ReadsRestricted)
        {
            FormsOf = key => [.. view.Submissions.Where(s => s.FormKey == key).Select(s => s.Form).OfType<JsonObject>()],
            LastForm = key => view.Submissions.LastOrDefault(s => s.FormKey == key)?.Form,
        }) ?? [];

    /// <summary>The form that starts a case.</summary>
    public static JsonObject KnownToStart(this ProcessCatalogue processes, string processKey, string formKey, CaseContext context) =>
        processes.Find(processKey)?.Known(new FormOpening(formKey, context)) ?? [];
}
