using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Contacts.ContactLog, Portal.Domain.FollowUps.FollowedState>;
using State = Portal.Domain.FollowUps.FollowedState;

namespace Portal.Tests.Domain.Verbs;

/// <summary>Đ9.1, Đ10, Đ11: a contact, noted by who watches the area; what is followed up is settled by them or their leader.</summary>
public class ContactVerbs : EveryVerb<ContactVerbs, ContactLog, State>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override Type Aggregate => typeof(FollowedRecord);

    protected override IReadOnlyDictionary<State, Func<Stage<ContactLog>>> Reach { get; } = Enum.GetValues<State>()
        .ToDictionary(s => s, s => (Func<Stage<ContactLog>>)(() =>
        {
            var log = Entered(due: s == State.Noted ? null : new DateOnly(2026, 10, 12));
            (s switch
            {
                State.Settled => log.Settle(Words(), As(Member, Monday)),
                State.Cancelled => log.Cancel(Words(), As(Lead, Monday)),
                _ => Result.Ok,
            }).Must();
            return new Stage<ContactLog>(log, Monday);
        }));

    protected override IReadOnlyList<Row> Rows =>
    [
        new Row("Settle", (l, c) => l.Settle(Words(), c))
        {
            In = [State.Open],
            To = _ => State.Settled,
            Right = [Lead, Member, OtherMember, Leader, Head],
            Wrong = Each("FollowUp.OnlyWatchers", OtherLeader, StandingDeputy, Stranger, DepartmentHead, Clerk),
        },
        new Row("Cancel", (l, c) => l.Cancel(Words(), c))
        {
            In = [State.Noted, State.Open],
            To = _ => State.Cancelled,
            Right = [Lead, Member],
            Wrong = Each("FollowUp.OnlyAuthor", OtherMember, Leader, Head, Stranger, Clerk),
        },
    ];

    [Fact]
    public void It_is_noted_by_those_who_watch_the_area_and_by_nobody_else()
    {
        Assert.All([Lead, Member, OtherMember], p => Assert.True(ContactLog.Enter(Input(), As(p, Monday)).IsSuccess));
        Assert.All(
            [Leader, Head, Stranger, Clerk, DepartmentHead],
            p => Assert.Equal("ReportItem.NotOwnArea", ContactLog.Enter(Input(), As(p, Monday)).Refusal?.Fields[0].Code));
        Assert.All([Nobody, Unknown], p => Assert.Equal("Common.Forbidden", ContactLog.Enter(Input(), As(p, Monday)).Refusal?.Code));
    }

    [Fact]
    public void What_judges_a_person_is_followed_up_by_its_author_the_lead_and_the_leaders_alone()
    {
        var log = Entered(due: new DateOnly(2026, 10, 12), restricted: true);
        Assert.Equal("FollowUp.OnlyWatchers", log.WhyNot(FollowUpAct.Settle, As(OtherMember, Monday))?.Code);
        Assert.All([Member, Lead, Leader, Head], p => Assert.Null(log.WhyNot(FollowUpAct.Settle, As(p, Monday))));
    }

    [Fact]
    public void A_contact_of_no_area_is_that_of_the_persons_group_and_nobody_elses()
    {
        var input = Input() with { Counterpart = CounterpartKind.ProvincialCommitteeBody, AreaId = null, Body = "Văn phòng Tỉnh ủy" };
        Assert.Equal((Group, ""), (ContactLog.Enter(input, As(Member, Monday)).Made().GroupId, Entered(input).AreaId));
        Assert.Equal("FollowUp.OnlyMembers", ContactLog.Enter(input, As(Clerk, Monday)).Refusal?.Code);
        Assert.Equal("Common.Required", WrongAt(Input() with { AreaId = null }, "areaId"));
        Assert.Equal("Common.Required", WrongAt(input with { Body = null }, "body"));
    }

    [Fact]
    public void Only_what_has_happened_is_noted_and_what_is_to_be_followed_up_has_a_day_to_come()
    {
        var late = Input() with { At = new DateTime(2026, 10, 5, 9, 1, 0) };
        Assert.Equal("FollowUp.NotYet", ContactLog.Enter(late, As(Member, Monday)).Refusal?.Fields[0].Code);
        var past = Input() with { FollowUp = "Gửi danh sách", FollowUpDue = new DateOnly(2026, 10, 4) };
        Assert.Equal("FollowUp.DuePast", ContactLog.Enter(past, As(Member, Monday)).Refusal?.Fields[0].Code);
        Assert.Equal("FollowUp.NeedsDay", WrongAt(past with { FollowUpDue = null }, "followUpDue"));
        Assert.Equal("FollowUp.DueOfNothing", WrongAt(past with { FollowUp = null }, "followUp"));
        var unknown = Input() with { Counterpart = CounterpartKind.Department, DepartmentId = "?" };
        Assert.Equal("ReportItem.NoSuchDepartment", ContactLog.Enter(unknown, As(Member, Monday)).Refusal?.Fields[0].Code);
    }

    [Fact]
    public void Of_a_state_secret_only_where_it_lies_is_kept()
    {
        var stub = new OffSystemStub { Level = SecrecyLevel.Secret, Keeper = "Phòng Cơ yếu", StoragePlace = "Tủ 2" };
        var input = Input() with { Secrecy = new SecrecyGate { ContainsStateSecret = true, Stub = stub } };
        Assert.Equal("Secrecy.ContentWithStub", WrongAt(input, "subject"));
        var log = Entered(input with { Subject = null, Summary = null, FollowUpDue = new DateOnly(2026, 10, 12) });
        Assert.Equal((stub, "", State.Open), (log.Stub, log.Subject, log.State));
    }

    protected override State StateOf(ContactLog scene) => scene.State;

    protected override int VersionOf(ContactLog scene) => scene.Version;

    private static string? WrongAt(NewContactInput input, string field) =>
        FormInput.Check(input, new NewContactValidator())?.Fields.FirstOrDefault(f => f.Path == field)?.Code;

    private static FollowUpWordsInput Words() => new() { Secrecy = SecrecyGate.No, Words = "Đã gửi đủ danh sách" };

    private static NewContactInput Input() => new()
    {
        Secrecy = SecrecyGate.No,
        Counterpart = CounterpartKind.Area,
        AreaId = Area,
        ContactPerson = "Đồng chí Nguyễn Văn Tám",
        Position = "Trưởng ban xây dựng Đảng",
        At = new DateTime(2026, 10, 5, 8, 30, 0),
        Channel = ContactChannel.Phone,
        Domain = WorkDomains.CivilServants,
        Subject = "Rà soát công chức văn phòng",
        ConcernsPersonnel = false,
    };

    private static ContactLog Entered(NewContactInput input) => ContactLog.Enter(input, As(Member, Monday)).Made();

    private static ContactLog Entered(DateOnly? due, bool restricted = false) => Entered(Input() with
    {
        FollowUp = due is null ? null : "Gửi danh sách",
        FollowUpDue = due,
        ConcernsPersonnel = restricted,
    });
}
