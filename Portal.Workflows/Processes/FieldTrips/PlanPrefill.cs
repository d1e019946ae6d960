using System.Text.Json.Nodes;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>What the forms of a monthly plan know before anybody types.</summary>
internal static class PlanPrefill
{
    public static JsonObject Of(FormOpening opening)
    {
        if (opening.FormKey != PlanForms.Plan.Key)
        {
            return [];
        }

        var me = opening.Context.Actor.PersonId;
        return FormInput.ToJson(opening.Subject is MonthlyTripPlan { Content: { NoTrip: not null } content }
            ? content with { Secrecy = null }
            : new TripPlanInput { NoTrip = false, Items = [new TripPlanItemInput { TripLeaderId = me, ParticipantIds = [me] }] });
    }
}
