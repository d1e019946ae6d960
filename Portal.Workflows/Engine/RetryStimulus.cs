
namespace Portal.Workflows.Engine;

/// <summary>An incident's activity is tried again; with the number of a wait below zero, that wait is begun anew.</summary>
public sealed record RetryStimulus(int IncidentId) : Stimulus;
