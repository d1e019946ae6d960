using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Features.Design;

/// <content>What the check found: the way to it on the diagram, and what mends it.</content>
public partial class EditorPage
{
    private readonly Dictionary<Problem, WorkflowDefinition?> _mended = new(ReferenceEqualityComparer.Instance);
    private Problem? _followed;
    private Dictionary<string, string> _marks = [];

    // The way to a finding on the diagram; a second press takes it away.
    private void Follow(Problem problem)
    {
        _followed = _followed == problem ? null : problem;
        _marks = _followed?.Way.Where(w => w.Path.Length > 0).Select(w => w.Path).Distinct().ToDictionary(p => p, _ => "way") ?? [];
    }

    // The usual way of mending it, made once for each finding that is shown.
    private WorkflowDefinition? Mended(Problem problem)
    {
        if (!_mended.TryGetValue(problem, out var mended))
        {
            _mended[problem] = mended = Design.Mended(_compiled!, problem);
        }

        return mended;
    }

    private async Task MendAsync(WorkflowDefinition mended)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(mended);
        }
    }
}
