namespace Portal.Domain.Meetings;

/// <summary>What became of an oral consent (E-M4).</summary>
public enum OralConsentState
{
    None,
    Recorded,
    Confirmed,
    Disputed,
}
