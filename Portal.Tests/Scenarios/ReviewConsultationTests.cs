using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Processes.Reviews;

namespace Portal.Tests.Scenarios;

/// <summary>P3, step 5: what the departments are asked, who answers for them and by when (Đ11).</summary>
public class ReviewConsultationTests
{
    /// <summary>Lead of N01, which watches A001, and head of the department for cadres.</summary>
    private const string Author = Reviews.CadresHead;

    private const string StandingDeputy = "L2";

    [Fact]
    public async Task X_08_Who_wrote_a_proposal_does_not_answer_for_the_own_department()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync("A001"), "A001");
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Author, "Consult", Reviews.Proposal().First());
        var asked = await portal.OpenTaskAsync(id, "opinion");
        Assert.Equal(
            ("TCCB", StandingDeputy), (asked.Item, Assert.Single(asked.Assignees, a => a is { IsOpen: true, IsOptional: false }).PersonId));
        Assert.Equal("Common.Forbidden", (await portal.AnswerAsync(id, "opinion", Author, "Agree", Reviews.Opinion())).Refusal!.Code);

        // Nor does the author prepare it for whoever signs.
        var prepared = await portal.AnswerAsync(id, "opinion", StandingDeputy, "Assign", new AssignOpinionInput { StaffId = Author });
        Assert.Contains(prepared.Refusal!.Fields, f => f is { Path: "staffId", Code: "Review.InterestedStaff" });
        await portal.MustAsync(id, "opinion", StandingDeputy, "Assign", new AssignOpinionInput { StaffId = Reviews.Coordinator });
        await portal.MustAsync(id, "prepareOpinion", Reviews.Coordinator, "Prepared", Reviews.Opinion("Đề nghị bổ sung số liệu"));
        await portal.MustAsync(id, "opinion", StandingDeputy, "Agree", Reviews.Opinion());
        var answered = (await portal.ProposalAsync(id)).Consultations.Single();
        Assert.Equal((ConsultationStance.Agree, StandingDeputy), (answered.Stance, answered.SignerId));
    }

    [Fact]
    public async Task Who_gets_a_step_late_gets_the_time_for_it_all_the_same()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);

        // The proposals were due on 05/11; this one comes on Wednesday 16/12.
        portal.GoTo(new DateTime(2026, 12, 16, 9, 0, 0));
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Reviews.Proposal().First());
        async Task<DateTime> DueAsync(string step) => (await portal.OpenTaskAsync(id, step)).DueAt!.Value.AddHours(7);
        Assert.Equal(new DateTime(2026, 12, 23, 17, 0, 0), await DueAsync("opinion"));
        Assert.Equal("Review.ConsultationRuns", (await portal.AnswerAsync(id, "hurry", Trips.Lead, "GoOn", new { })).Refusal!.Code);
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Agree", Reviews.Opinion());
        Assert.True(await DueAsync("finalize") > new DateTime(2026, 12, 23, 17, 0, 0));

        // The leader gets the days that the moved calendar has for it, from when the lead has submitted.
        portal.GoTo(new DateTime(2027, 1, 11, 9, 0, 0));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        Assert.Equal(new DateTime(2027, 1, 15, 17, 0, 0), await DueAsync("leader"));
        await portal.TickAsync();
        Assert.Equal(new DateTime(2027, 1, 15, 17, 0, 0), await DueAsync("leader"));
    }

    [Fact]
    public async Task An_opinion_is_reserved_against_a_departments_answer_and_lies_with_its_files_before_every_later_decider()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Reviews.Proposal().First());
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Disagree", Reviews.Opinion("Chưa đủ căn cứ để gợi ý"));
        var answer = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        Assert.Equal(("opinion", Reviews.CadresHead), (answer.StepId, answer.DeciderId));
        var member = portal.Person(Trips.Member);
        using var content = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
        var file = (await portal.Acts.UploadAsync(member, "bien-ban-xac-minh.pdf", content, $"reserve:{answer.Id:N}")).Value;
        var entered = await portal.Acts.ReserveAsync(member, id, answer.Id, FormInput.ToJson(new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Căn cứ đã đủ theo biên bản xác minh",
            Difference = "Phòng cho rằng chưa đủ căn cứ",
            Grounds = "Biên bản xác minh tại địa bàn",
            DiffersFrom = OpinionDiffersFrom.Department,
            Files = [file.Id],
        }));
        Assert.True(entered.IsSuccess, $"{entered.Refusal?.Code} {string.Join(';', entered.Refusal?.Fields ?? [])}");
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal() with
        {
            Handling =
            [
                new OpinionHandlingInput
                {
                    DepartmentId = "TCCB", Handling = OpinionHandling.NotAccepted, Reason = "Sự việc đã được xác minh tại địa bàn",
                },
            ],
        });
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.DossierAsync(cycle);
        foreach (var decider in new[] { Trips.Leader, "L3", Reviews.Head })
        {
            var seen = (await portal.Cases.FindAsync(portal.Person(decider), id)).Value;
            Assert.True(Assert.Single(seen.Reserved).Names(Assert.Single(seen.Files)));
            Assert.True((await portal.Acts.FindFileAsync(portal.Person(decider), file.Id)).IsSuccess);
        }

        // The department reads what was reserved against its own answer (section 13), not the rest of the case.
        var department = (await portal.Cases.FindAsync(portal.Person(Reviews.CadresHead), id)).Value;
        Assert.Equal((true, 1), (department.IsPartial, department.Reserved.Count));
        Assert.Equal("Common.NotFound", (await portal.Acts.FindFileAsync(portal.Person("S27"), file.Id)).Refusal!.Code);
        var view = (await portal.Services.GetRequiredService<ReviewCycles>().DossierAsync(portal.Person(Reviews.Coordinator), cycle)).Value;
        Assert.Equal(["bien-ban-xac-minh.pdf"], view.Areas.Single().Opinions.Single().Files);
    }
}
