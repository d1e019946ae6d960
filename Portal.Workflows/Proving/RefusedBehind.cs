namespace Portal.Workflows.Proving;

/// <summary>An answer that the matter takes, and what follows it does not.</summary>
/// <param name="At">The state in which it is given.</param>
/// <param name="Step">The answer.</param>
/// <param name="Standing">How the matter stands by it.</param>
/// <param name="Act">The verb that is refused then.</param>
internal sealed record RefusedBehind(Way At, WayStep Step, object Standing, string Act)
{
    /// <summary>Nothing else can happen there: no other step, time or event makes it possible.</summary>
    public bool IsAlone => At.Next.TrueForAll(n => n.Step.Kind == WayKind.Answer && n.Step.Path == Step.Path);
}
