/**
 * The parts of Discord's API JSON that can be seen (docs: Message Object, Embed Object, Component Reference). Everything
 * that Discord may leave out is optional here, for the page shows whatever comes.
 */
export interface UserJson {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null;
  readonly bot?: boolean;
}

export interface MessageJson {
  readonly id: string;
  readonly channel_id?: string;
  readonly type?: number;
  readonly author?: UserJson | null;
  readonly content?: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly edited_timestamp?: string | null;
  readonly flags?: number;
  readonly mentions?: readonly UserJson[];
  readonly mention_everyone?: boolean;
  readonly attachments?: readonly AttachmentJson[];
  readonly embeds?: readonly EmbedJson[];
  readonly components?: readonly ComponentJson[];
  readonly message_reference?: { readonly message_id?: string } | null;
  readonly referenced_message?: MessageJson | null;
  readonly interaction_metadata?: { readonly type: number; readonly name?: string; readonly user?: UserJson | null };
  readonly thread?: { readonly id: string; readonly name: string; readonly message_count?: number };
}

/** Bits of `MessageJson.flags`. */
export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  componentsV2: 1 << 15,
} as const;

export interface AttachmentJson {
  readonly id: string;
  readonly filename: string;
  readonly description?: string | null;
  readonly content_type?: string | null;
  /** Bytes. */
  readonly size?: number;
  readonly url: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

export interface EmbedJson {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  /** ISO 8601. */
  readonly timestamp?: string;
  readonly color?: number;
  readonly author?: { readonly name: string; readonly url?: string; readonly icon_url?: string };
  readonly footer?: { readonly text: string; readonly icon_url?: string };
  readonly image?: { readonly url: string };
  readonly thumbnail?: { readonly url: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
}

export interface MediaJson {
  readonly url: string;
  readonly attachment_id?: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

export interface EmojiJson {
  readonly id?: string | null;
  readonly name?: string | null;
}

export interface OptionJson {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
  readonly emoji?: EmojiJson | null;
  readonly default?: boolean;
}

/** Numbers that Discord gives components. */
export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** One part of a message or form. Which keys it has depends on `type`. */
export interface ComponentJson {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string | null;
  readonly description?: string | null;
  readonly content?: string;
  readonly style?: number;
  readonly emoji?: EmojiJson | null;
  readonly url?: string | null;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string | null;
  readonly options?: readonly OptionJson[];
  readonly default?: boolean;
  readonly default_values?: readonly { readonly id: string }[];
  readonly channel_types?: readonly number[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly value?: string | null;
  readonly components?: readonly ComponentJson[];
  readonly component?: ComponentJson;
  readonly accessory?: ComponentJson;
  readonly items?: readonly {
    readonly media: MediaJson;
    readonly description?: string | null;
    readonly spoiler?: boolean;
  }[];
  readonly media?: MediaJson;
  readonly file?: MediaJson;
  readonly spoiler?: boolean;
  readonly accent_color?: number | null;
  readonly divider?: boolean;
  readonly spacing?: number;
}

/** The `data` of an answer that opens a form (modal). */
export interface FormJson {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ComponentJson[];
}
