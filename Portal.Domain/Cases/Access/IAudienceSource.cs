namespace Portal.Domain.Cases;

/// <summary>The audience that a process says; its classes are found in this assembly, and nothing lists them.</summary>
public interface IAudienceSource
{
    Audience Audience { get; }
}
