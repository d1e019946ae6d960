using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Scenarios.Edits;

/// <summary>Forms filled in as far as somebody at work would: the usual ones of the tests, others by their schema.</summary>
internal static class SampleForms
{
    /// <param name="schema">Null where the step has no form.</param>
    /// <param name="local">The moment, Viet Nam.</param>
    public static JsonObject Of(FormSchema? schema, DateTime local) => schema?.Key switch
    {
        null => new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No) },
        "trip-notice" => FormInput.ToJson(Trips.Notice()),
        "leader-opinion" => FormInput.ToJson(Trips.Opinion("Ý kiến chỉ đạo cụ thể của lãnh đạo")),
        "result-review" => FormInput.ToJson(Trips.Review("Ý kiến về kết quả chuyến công tác")),
        "prior-contact" => FormInput.ToJson(Trips.Contact(local.AddMinutes(-1))),
        "trip-departure" => FormInput.ToJson(Trips.Departure() with { DepartedAt = local }),
        "trip-notes" => FormInput.ToJson(Trips.Notes() with { ReturnedAt = local }),
        "trip-result" => FormInput.ToJson(Trips.Result() with
        {
            ActualTo = local,
            LateReason = "Bận việc đột xuất của cơ quan",
            Deviations = "Không",
        }),
        "area-report" => FormInput.ToJson(AreaReports.Report() with { LateReason = "Chờ số liệu của các chi bộ" }),
        "area-report-nothing" or "area-report-check" => FormInput.ToJson(AreaReports.Note("Chờ số liệu của các chi bộ")),
        "trip-plan" => FormInput.ToJson(Plans.Plan()),
        "plan-opinion" => FormInput.ToJson(Plans.Opinion("Ý kiến về kế hoạch của nhóm")),
        "meeting-invitation" => FormInput.ToJson(MeetingRoad.Invitation()),
        "meeting-nomination" => FormInput.ToJson(MeetingRoad.LeadGoes()),
        "meeting-consent" => FormInput.ToJson(MeetingRoad.Consent("Đồng ý theo đề nghị của nhóm")),
        "meeting-preparation" => FormInput.ToJson(MeetingRoad.Prepared()),
        "meeting-arrival" => FormInput.ToJson(MeetingRoad.Arrived(local)),
        "attendance-notes" => FormInput.ToJson(MeetingRoad.Notes()),
        "oral-report" => FormInput.ToJson(new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput
            {
                ToId = Trips.Leader,
                At = local.AddMinutes(-10),
                Channel = ContactChannel.Phone,
                Answer = "Đồng ý",
            },
        }),
        _ => Level(schema!.Fields, local),
    };

    private static JsonObject Level(IEnumerable<FormField> fields, DateTime local)
    {
        var level = new JsonObject();
        foreach (var field in fields.Where(f =>
            f.IsDemandedIn([]) || f.IsReason || f.Kind is FieldKind.Secrecy || f.Name is "reason" or "opinion"))
        {
            if (Value(field, local) is { } value)
            {
                level[field.Name] = value;
            }
        }

        return level;
    }

    private static JsonNode? Value(FormField field, DateTime local) => field.Kind switch
    {
        FieldKind.Secrecy => FormInput.ToJson(SecrecyGate.No),
        FieldKind.Text or FieldKind.LongText => "Nội dung cụ thể của việc này",
        FieldKind.Integer or FieldKind.Item => 1,
        FieldKind.Date => DateOnly.FromDateTime(local).AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldKind.DateTime => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        FieldKind.Time => "08:00",
        FieldKind.YesNo => false,
        FieldKind.Choice or FieldKind.Pick when field.Options.Count > 0 => field.Options[0],
        FieldKind.Choices when field.Options.Count > 0 => new JsonArray(field.Options[0]),
        FieldKind.Person => Trips.Member,
        FieldKind.People => new JsonArray(Trips.Member),
        FieldKind.Area => "A017",
        FieldKind.Areas => new JsonArray("A017"),
        FieldKind.WorkDomain => WorkDomains.PartyOrgAndMembers,
        FieldKind.WorkDomains => new JsonArray(WorkDomains.PartyOrgAndMembers),
        FieldKind.Department => "TCDV",
        FieldKind.Group => "N03",
        FieldKind.Clause => "Đ7.A.5",
        FieldKind.Section => Level(field.Items, local),
        FieldKind.Rows => new JsonArray(Level(field.Items, local)),
        _ => null,
    };
}
