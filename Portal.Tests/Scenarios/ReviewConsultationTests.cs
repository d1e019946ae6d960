using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;

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
}
