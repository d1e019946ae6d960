namespace Portal.Workflows.Proving;

/// <summary>An answer to a step, as the matter sees it.</summary>
/// <param name="Form">Key of the form; null for an answer without one.</param>
/// <param name="Action">Key of the outcome.</param>
/// <param name="Item">The item of the loop that the step stands in; null outside of loops.</param>
/// <param name="Who">Whom the definition lets give it, as in <see cref="UserTasks.UserTaskSpec.Who"/>.</param>
public sealed record Deed(string? Form, string Action, string? Item, IReadOnlyList<string> Who)
{
    /// <summary>A verb that the definition calls, as a deed of nobody.</summary>
    public static Deed OfAct(string act, string? item) => new(null, $"act:{act}", item, []);

    /// <summary>What was passed to the head is answered by the head alone.</summary>
    public bool IsForHead => Who.Contains(UserTasks.UserTaskSpec.Head);
}
