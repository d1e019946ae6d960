using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>F8b, before the meeting.</summary>
public sealed record PreparationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? WillSpeak { get; init; }

    public SpeechInput? Speech { get; init; }
}
