using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class AdHocReviewMatrix : AccessMatrix
{
    public override string ProcessKey => "review-suggestion-adhoc";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync("review-suggestion-adhoc", Trips.Lead, new AdHocReviewInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = "A017",
            Trigger = AdHocReviewTrigger.InspectionConclusion,
            TriggerText = "Kết luận kiểm tra nêu khuyết điểm",
        })).Value.CaseId;
        await ReadsAsync(
            portal, id, content: ["L1", "L4", "S11", "S31", "S20"], restricted: ["L1", "L4", "S11", "S20"], titles: ["S37"], partial: []);
    }
}
