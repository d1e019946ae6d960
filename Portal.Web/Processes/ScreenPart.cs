namespace Portal.Web.Processes;

/// <summary>A component that a process puts beside a step or on the page of a case.</summary>
/// <param name="Parameters">By the names of the component's own parameters.</param>
public sealed record ScreenPart(Type Component, IDictionary<string, object?> Parameters)
{
    public static ScreenPart Of<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
            new(typeof(TComponent), parameters.ToDictionary(p => p.Name, p => p.Value));
}
