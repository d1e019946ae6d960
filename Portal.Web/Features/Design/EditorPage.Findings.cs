using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Features.Design;

/// <content>What the check found: the way to it on the diagram, and what mends it.</content>
public partial class EditorPage
{
    private Problem? _followed;
    private Dictionary<string, string> _marks = [];

    // The way to a finding on the diagram; a second press takes it away.
    private void Follow(Problem problem)
    {
        _followed = _followed == problem ? null : problem;
        _marks = _followed?.Way.Where(w => w.Path.Length > 0).Select(w => w.Path).Distinct().ToDictionary(p => p, _ => "way") ?? [];
    }

    private async Task MendAsync(Func<WorkflowDefinition> mend)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(mend());
        }
    }
}
