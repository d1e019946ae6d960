using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>The forms of a group meeting (Đ7.B.2).</summary>
public static class GroupMeetingForms
{
    /// <summary>Characters of an item that stand in the minutes; its own record has all of them.</summary>
    public const int MaxWhat = 300;

    /// <summary>Characters of a point of the agenda.</summary>
    public const int MaxTopic = 500;

    private static readonly FieldCondition HasOutcome = new("outcome", Enum.GetNames<RecommendationOutcome>());

    // What a Restricted meeting says of an item does not go into its open history.
    private static readonly FieldCondition IsOpen = new("concernsPersonnel", "false");

    public static FormSchema Call { get; } = new FormSchema("group-meeting", typeof(GroupMeetingInput),
        new FormPage("meeting", "Đ7.B.2",
            SecrecyGate.Field,
            new("groupId", FieldKind.Group) { Required = true, RequiredBy = "Đ7.B.2" },
            new("startsAt", FieldKind.DateTime) { Required = true, RequiredBy = "Đ7.B.2" },
            new("endsAt", FieldKind.DateTime),
            new("place", FieldKind.Text) { Required = true, MaxLength = 300, IsContent = true, RequiredBy = "Đ7.B.2" },
            new("invitedIds", FieldKind.People) { Required = true, MaxItems = 50, RequiredBy = "Đ7.B.2" },
            new("agenda", FieldKind.Rows)
            {
                Required = true,
                MaxItems = 40,
                IsContent = true,
                RequiredBy = "Đ7.B.2",
                Items = [new("topic", FieldKind.LongText) { Required = true, MaxLength = MaxTopic, RequiredBy = "Đ7.B.2" }],
            },
            CaseForms.Files)).CheckedBy(new GroupMeetingRules()) with
    { IsReviewed = true };

    public static FormSchema Move { get; } = new FormSchema("group-meeting-move", typeof(GroupMeetingMoveInput),
        new FormPage("move", null,
            SecrecyGate.Field,
            new("startsAt", FieldKind.DateTime) { Required = true },
            new("endsAt", FieldKind.DateTime),
            new("place", FieldKind.Text) { MaxLength = 300, IsContent = true },
            CaseForms.Reason())).CheckedBy(new GroupMeetingMoveRules());

    public static FormSchema Minutes { get; } = new FormSchema("group-minutes", typeof(GroupMinutesInput),
        new FormPage("minutes", "Đ7.B.2",
            SecrecyGate.Field,
            new("attendedIds", FieldKind.People) { Required = true, MaxItems = 50, RequiredBy = "Đ7.B.2" },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
            new("conclusions", FieldKind.LongText) { Required = true, MaxLength = 6000, IsContent = true, RequiredBy = "Đ7.B.2" },
            new("recommendations", FieldKind.Rows)
            {
                Clause = "Đ7.B.2",
                IsGiven = true,
                When = IsOpen,
                IsContent = true,
                Items =
                [
                    new("item", FieldKind.Item) { Required = true },
                    new("itemId", FieldKind.Source),
                    new("what", FieldKind.Text) { MaxLength = MaxWhat, IsTold = true },
                    new("outcome", FieldKind.Pick) { Options = Enum.GetNames<RecommendationOutcome>() },
                    new("words", FieldKind.LongText) { Required = true, MaxLength = 1500, When = HasOutcome, RequiredBy = "Đ7.B.2" },
                ],
            }),
        new FormPage("outcome", "Đ7.B.1",
            new("shortcomings", FieldKind.Rows)
            {
                Clause = "Đ7.B.2",
                MaxItems = 50,
                IsContent = true,
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ7.B.2" },
                    new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
                    new("content", FieldKind.LongText) { Required = true, MaxLength = 3000, RequiredBy = "Đ7.B.2" },
                    new("correction", FieldKind.LongText) { Required = true, MaxLength = 2000, RequiredBy = "Đ7.B.2" },
                    new("toLeader", FieldKind.YesNo),
                    new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
                    .. CaseForms.FlagsForHead,
                ],
            },
            new("tasks", FieldKind.Rows)
            {
                Clause = "Đ7.B.1",
                MaxItems = 50,
                IsContent = true,
                Items =
                [
                    new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, RequiredBy = "Đ7.B.1" },
                    new("assigneeId", FieldKind.Person) { Required = true, RequiredBy = "Đ7.B.1" },
                    new("due", FieldKind.Date) { Required = true, RequiredBy = "Đ7.B.1" },
                ],
            },
            CaseForms.Files)).CheckedBy(new GroupMinutesRules()) with
    { IsReviewed = true };

    /// <summary>Shortcomings that judge people: kept beside the minutes, Restricted .</summary>
    public static FormSchema Apart { get; } = new(
        Minutes.Key + ApartForms.Ending, typeof(GroupMinutesApart),
        new FormPage("apart", "Đ7.B.2", Minutes.Fields.Single(f => f.Name == "shortcomings")));

    public static FormSchema TaskResult { get; } = new FormSchema("group-task-result", typeof(GroupTaskResultInput),
        new FormPage("result", "Đ7.B.1",
            SecrecyGate.Field,
            new("result", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ7.B.1" },
            CaseForms.Files)).CheckedBy(new GroupTaskResultRules()) with
    { IsReviewed = true };

    public static FormSchema TaskChange { get; } = new FormSchema("group-task-change", typeof(GroupTaskChangeInput),
        new FormPage("change", "Đ7.B.1",
            SecrecyGate.Field,
            new("assigneeId", FieldKind.Person) { Required = true, RequiredBy = "Đ7.B.1" },
            new("due", FieldKind.Date) { Required = true, RequiredBy = "Đ7.B.1" },
            CaseForms.Reason())).CheckedBy(new GroupTaskChangeRules());

    public static IReadOnlyList<FormSchema> All { get; } = [Call, Move, Minutes, Apart, TaskResult, TaskChange];
}
