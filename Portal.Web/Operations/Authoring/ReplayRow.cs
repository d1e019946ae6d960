using Portal.Domain.Common;

namespace Portal.Web.Operations.Authoring;

/// <summary>How a finished case would have gone. What its people wrote is used here and shown nowhere.</summary>
/// <param name="CannotBe">It does not go its own way again either, so that nothing can be said: what was kept of it is not all that was
/// typed.</param>
/// <param name="Stopped">Title of the step at which it would have stopped, and why; null when it would not.</param>
public sealed record ReplayRow(
    string Number, bool CannotBe, IReadOnlyList<string> Added, IReadOnlyList<string> Gone, IReadOnlyList<(string Step, string Field)> Asked,
    IReadOnlyList<(string Step, DateTime? Before, DateTime? After)> Due, (string Step, Refusal Why)? Stopped, string? Ends)
{
    public bool IsSame => !CannotBe && Added.Count + Gone.Count + Asked.Count + Due.Count == 0 && Stopped is null && Ends is null;
}
