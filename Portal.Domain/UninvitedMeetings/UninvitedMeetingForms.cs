using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.UninvitedMeetings;

public static class UninvitedMeetingForms
{
    public static FormSchema New { get; } = new FormSchema("uninvited-new", typeof(NewUninvitedMeetingInput),
        new FormPage("meeting", "Đ9.3",
        [
            SecrecyGate.Field,
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ9.3" },
            new("meetingTypeId", FieldKind.MeetingType) { Required = true, RequiredBy = "Đ9.3" },
            new("title", FieldKind.Text) { Required = true, MaxLength = 300, RequiredBy = "Đ9.3", IsContent = true },
            new("date", FieldKind.Date) { Required = true, RequiredBy = "Đ9.3" },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
            new("knownFrom", FieldKind.Text) { MaxLength = 300, IsContent = true },
            new("summary", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            .. FollowUpForms.Fields,
        ])).CheckedBy(new NewUninvitedMeetingValidator());
}
