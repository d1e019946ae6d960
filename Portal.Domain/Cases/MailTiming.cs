namespace Portal.Domain.Cases;

/// <summary>When a class of notices also comes by e-mail. In the portal every notice stands at once.</summary>
public enum MailTiming
{
    Off,

    /// <summary>With the digest of the morning.</summary>
    Digest,
    Immediate,
}
