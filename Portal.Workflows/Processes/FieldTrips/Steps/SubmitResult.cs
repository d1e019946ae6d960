using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 9, báo công: what the trip brought.</summary>
internal sealed class SubmitResult() : Step<FieldTrip, TripResultInput>(TripForms.Result, new TripResultValidator(), "Submit")
{
    protected override Result Do(TripResultInput input, StepContext<FieldTrip> at) =>
        at.Subject.SubmitResult(input with { Items = ReportItemInput.OpenFirst(input.Items) }, at.Context);

    // a result that concerns personnel is Restricted as a whole; otherwise what judges people, or is an internal matter, is kept
    // apart. R-RPT-04 [Q] Đ7.A.4: what is flagged goes to the head at once, not when the trip is closed.
    protected override StepEffect CameOfIt(TripResultInput input, StepContext<FieldTrip> at)
    {
        var effect = new StepEffect
        {
            Files = input.Files ?? [],
            Tell = Flagged.By(input.Issues, input.Items, isUrgent: input.Cooperation == Cooperation.Obstructed),
            KeepsApart = true,
        };
        if (input.ConcernsPersonnel == true)
        {
            return effect with
            {
                Sensitivity = Sensitivity.Restricted,
                MadeOf = [TripForms.ResultPart.Key, TripForms.Notes.Key, TripForms.Note.Key],
            };
        }

        var (open, restricted) = ReportItemInput.Split(input.Items);
        var issues = input.Issues is { Length: > 0 } some ? some : null;
        return effect with
        {
            Kept = FormInput.ToJson(input with { Items = open, Issues = null }),
            Apart = restricted is null && issues is null ? null : (TripForms.ResultApart.Key, Apart(restricted, issues)),
        };
    }

    private static JsonObject Apart(ReportItemInput[]? items, AreaIssueInput[]? issues) =>
        FormInput.ToJson(new TripResultApart { Items = items, Issues = issues });
}
