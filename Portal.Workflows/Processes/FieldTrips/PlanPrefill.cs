using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>What the forms of a monthly plan know before anybody types.</summary>
public static class PlanPrefill
{
    internal static JsonObject Of(FormOpening opening)
    {
        if (opening.FormKey != PlanForms.Plan.Key)
        {
            return [];
        }

        return FormInput.ToJson(opening.Subject is MonthlyTripPlan { Content: { NoTrip: not null } content }
            ? content with { Secrecy = null }
            : new TripPlanInput { NoTrip = false });
    }

    /// <summary>An item as it begins: whoever plans it leads it, in the fields that are theirs.</summary>
    /// <param name="areaId">Where it goes to; null where that is to be chosen.</param>
    /// <param name="groupId">Whose plan it is.</param>
    /// <param name="context">Who plans, and when.</param>
    public static JsonObject Item(string? areaId, string groupId, CaseContext context)
    {
        var me = context.Actor.PersonId;
        return FormInput.ToJson(new TripPlanItemInput
        {
            AreaIds = areaId is null ? null : [areaId],
            Domains = [.. context.Directory.SpecialitiesOf(me, groupId, context.Today)],
            TimeOfDay = TimeOfDay.FullDay,
            ParticipantIds = [me],
            TripLeaderId = me,
        });
    }
}
