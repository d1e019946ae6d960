using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 9, báo công: what the trip brought.</summary>
internal sealed class SubmitResult() : Step<FieldTrip, TripResultInput>(TripForms.Result, new TripResultValidator(), "Submit")
{
    protected override Result Do(TripResultInput input, StepContext<FieldTrip> at) => at.Subject.SubmitResult(input, at.Context);

    // R-RPT-04 [Q] Đ7.A.4: what is flagged goes to the head at once, not when the trip is closed.
    protected override StepEffect CameOfIt(TripResultInput input, StepContext<FieldTrip> at)
    {
        var forHead = (input.Issues ?? []).Any(i =>
            i.DemocraticCentralism == true || i.LeadershipUnity == true || i.PersonnelOfStandingCommittee == true);
        var urgent = (input.Items ?? []).Any(i => i.Level == ReportItemLevel.Urgent) || input.Cooperation == Cooperation.Obstructed;
        var restricted = input.ConcernsPersonnel == true || input.Issues is { Length: > 0 }
            || (input.Items ?? []).Any(i => i.ConcernsPersonnel == true);
        List<(NotificationKind, IReadOnlyList<string>)> tell = [];
        if (forHead)
        {
            tell.Add((NotificationKind.ForHead, ["head"]));
        }

        if (urgent)
        {
            tell.Add((NotificationKind.UrgentItem, ["leaderInCharge"]));
        }

        return new StepEffect
        {
            Files = input.Files ?? [],
            Sensitivity = restricted ? Sensitivity.Restricted : Sensitivity.Normal,
            Tell = tell,
        };
    }
}
