namespace Portal.Domain.Common;

/// <summary>Refusals that any process may give.</summary>
public static class CommonRefusals
{
    /// <param name="state">How the matter stands; the text names it.</param>
    public static Refusal NotInThisState(Enum state) => Refusal.NotNow("Common.NotInThisState", null, state);

    /// <summary>Something failed that nobody expected; the log has it.</summary>
    public static Refusal Unexpected { get; } = new("Common.Unexpected");

    /// <summary>A definition demands a rule that the process does not know: closed by default.</summary>
    public static Refusal UnknownGuard(string rule) => new("Common.UnknownGuard", null, rule) { Kind = RefusalKind.NotFound };

    /// <summary>A definition wants an act done that the process does not know.</summary>
    public static Refusal UnknownAct(string act) => new("Common.UnknownAct", null, act) { Kind = RefusalKind.NotFound };
}
