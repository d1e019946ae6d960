using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Workflows.Runtime;

/// <summary>A step that administrators put into any process: it changes nothing of the matter, and what is said there stands on the
/// case.</summary>
internal sealed class StepNoteStep : IStep
{
    public string FormKey => CaseForms.StepNote.Key;

    public IReadOnlyList<string> Outcomes => [];

    public Result<StepEffect> Take(StepAnswer answer, Turn turn)
    {
        var input = FormInput.Read(answer.Form, CaseForms.StepNoteRules);
        return input.IsSuccess
            ? new StepEffect { IsDecision = true, Opinion = input.Value.Opinion ?? "", IsStub = input.Value.IsStub() }
            : input.Refusal;
    }
}
