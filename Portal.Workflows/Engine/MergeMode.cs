
namespace Portal.Workflows.Engine;

/// <summary>How an activity with several ways in decides that it may run.</summary>
public enum MergeMode
{
    Stream,
    Merge,
    Converge,
    Cascade,
    Race,
}
