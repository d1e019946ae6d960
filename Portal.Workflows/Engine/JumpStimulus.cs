
namespace Portal.Workflows.Engine;

/// <summary>An incident's branch, or that of a wait (its number below zero), goes on at another step of the same flowchart.</summary>
public sealed record JumpStimulus(int IncidentId, string ActivityId) : Stimulus;
