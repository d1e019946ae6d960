namespace Portal.Domain.Cases;

/// <summary>An office that reads the content of every case of a process.</summary>
/// <param name="NotYetIn">Statuses in which it does not read it yet.</param>
/// <param name="ReadsRestricted">Restricted parts too .</param>
public sealed record AudienceReader(AudienceOffice Office, IReadOnlyList<string> NotYetIn, bool ReadsRestricted);
