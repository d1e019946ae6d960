using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Documents;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-02, briefings, on the pages of cases.</summary>
public sealed class AreaBriefingScreens(AreaDigests digests, AreaDigestFile words) : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [AreaBriefing.ProcessKey];

    /// <summary>The head asks for one on any area.</summary>
    public override bool ConcernsOtherGroups => true;

    /// <summary>The draft as the records would write it, each line with its source; one that was sent before as it was.</summary>
    public override async Task<JsonObject> KnownAsync(
        string formKey, JsonObject known, Actor actor, CaseView? view, CaseContext context)
    {
        if (formKey != AreaBriefingForms.Draft.Key || known.Count > 0 || view?.Subject is not AreaBriefing briefing)
        {
            return known;
        }

        var parts = words.Parts(await digests.ForAsync(actor, briefing, context), context.Now);
        return FormInput.ToJson(new BriefingDraftInput
        {
            Sections = [.. parts.Where(p => p.Lines.Count > 0).Select((p, i) => new BriefingSection
            {
                Title = PartyProfile.Numbered(i, p.Heading),
                Text = Fitting(p.Lines),
            })],
        });
    }

    public override bool UnfoldsWhatWasSent(TaskView task) => true;

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) =>
        SectionsOf(view).Count > 0 ? [ScreenPart.Of<BriefingPaper>((nameof(BriefingPaper.Number), view.Case.Number))] : [];

    /// <summary>Đ5.5: asked for where somebody prepares a meeting or a visit of their own.</summary>
    public override IEnumerable<ScreenPart> BeforeVisit(string areaId) =>
        [ScreenPart.Of<AskBriefing>((nameof(AskBriefing.AreaId), areaId))];

    public override IEnumerable<string> Flags(ICaseSubject subject) => ((AreaBriefing)subject).IsLate ? ["lateBriefing"] : [];

    /// <summary>What was sent last, as far as the person reads it; nothing where nothing was, or it lies outside of the system.</summary>
    public static IReadOnlyList<BriefingSection> SectionsOf(CaseView view) =>
        view.Submissions.LastOrDefault(s => s.FormKey == AreaBriefingForms.Draft.Key)?.Form
            ?.Deserialize<BriefingDraftInput>(FormInput.Json)?.Sections ?? [];

    // As many lines as the field takes.
    private static string Fitting(IReadOnlyList<string> lines)
    {
        var (taken, length) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            length += line.Length + 1;
            if (length > AreaBriefingForms.MaxText)
            {
                break;
            }

            taken.Add(line);
        }

        return string.Join('\n', taken);
    }
}
