namespace Portal.Domain.Cases;

/// <summary>
/// A message that is to be sent. It says that there is something, how much of it and where: never what (section 8, Notify.Channels).
/// Kept until it has gone, over restarts and failures.
/// </summary>
public sealed class OutgoingMail
{
    public const int MaxAttempts = 12;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>UTC; null when it has gone, or was given up.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>What the mail server said last; no content.</summary>
    public string LastError { get; private set; } = "";

    public int Version { get; private set; }

    public void NoteSent(DateTime now) =>
        (SentAt, NextAttemptAt, Attempts, LastError, Version) = (now, null, Attempts + 1, "", Version + 1);

    /// <summary>Tried again after 1, 2, 4 … minutes, at most four hours apart; given up after <see cref="MaxAttempts"/>.</summary>
    public void NoteFailure(string error, DateTime now)
    {
        Attempts++;
        Version++;
        LastError = error.Length > 400 ? error[..400] : error;
        NextAttemptAt = Attempts >= MaxAttempts ? null : now.AddMinutes(Math.Min(240, Math.Pow(2, Attempts - 1)));
    }
}
