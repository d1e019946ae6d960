namespace Portal.Domain.Meetings;

/// <summary>What became of an oral consent (E-M4).</summary>
public enum OralConsentState
{
    None,
    Recorded,
    Confirmed,
    Disputed,

    /// <summary>Given for a day that the meeting was moved away from; consent is asked for again.</summary>
    Lapsed,
}
